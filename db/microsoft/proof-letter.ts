import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { seal } from '#lib/mail/seal.ts'
import { minutesHeld } from '#lib/microsoft/link.ts'
import { hashText, randomText } from '#lib/sign-in/flow.ts'
import type { Tx } from '../client.ts'
import { toPerson } from '../mail/letters.ts'
import { arrivingPerson, nobody } from '../sign-in/person.ts'
import type { SessionPlace } from '../sign-in/session.ts'
import { together } from '../write.ts'
import { heldAccount } from './flow.ts'

/**
 * Asks for the letter by which somebody proves that a mailbox is theirs, so that the Microsoft account of this browser can be
 * linked to their sign-in. The same statements run whether the address is known or not. It works once, for an hour, in this
 * browser alone, and replaces the ones before it. False: this browser holds nothing any more.
 */
export async function askForProof(
  tx: Tx,
  place: SessionPlace,
  { flowToken, canonicalEmail }: { readonly flowToken: string; readonly canonicalEmail: string },
  secret: string,
): Promise<boolean> {
  const held = await heldAccount(tx, place, flowToken, 'hold')
  if (!held) return false
  const person = await arrivingPerson(tx, place, { canonicalEmail })
  const personId = person?.personId ?? nobody
  const [tokenId, token] = [randomUUID(), randomText()]
  const { name, address, tenant } = held
  await together(tx, [
    {
      query: sql`(update one_time_token set expires_at = created_at
        where flow_hash = ${hashText(flowToken)} and purpose = 'microsoft-link' and used_at is null returning id)`,
    },
    {
      query: sql`(insert into one_time_token (id, provider_id, person_id, branding_domain_id, purpose, token_hash, flow_hash,
          created_at, expires_at)
        select ${tokenId}::uuid, p.provider_id, p.id, ${place.brandingDomainId}::uuid, 'microsoft-link', ${hashText(token)},
          ${hashText(flowToken)}, clock_timestamp(), clock_timestamp() + make_interval(mins => ${minutesHeld})
        from person p where p.id = ${personId}::uuid returning id)`,
    },
    {
      // What was proved at Microsoft can be used as long as the letter that was just asked for.
      query: sql`(update microsoft_flow set expires_at = clock_timestamp() + make_interval(mins => ${minutesHeld})
        where id = ${held.flowId}::uuid returning id)`,
      rows: 1,
    },
    toPerson({
      kind: 'microsoft-proof',
      subjectId: tokenId,
      accountId: null,
      occasion: 'asked',
      personId,
      facts: { name, address, tenant },
      secret: seal(JSON.stringify({ token, code: '' }), secret),
      brandingDomainId: place.brandingDomainId,
    }),
  ])
  return true
}
