import type { Problem } from '#lib/import/problem.ts'
import { problemText } from '#lib/import/words.ts'
import { newWorld, type World } from '../proof/world.ts'
import { type ImportAnswer, takeIn } from './import.ts'
import type { ImportSources } from './stage.ts'

// What the tests of the import share: a world to import into, and a folder.

export type Texts = Partial<Record<keyof ImportSources, string>>
export const secret = 'a secret of the tests, which guards nothing'

async function* pieces(text: string) {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += 1_000) yield bytes.subarray(from, from + 1_000)
}

export type Take = (
  texts: Texts,
  choices?: { apply?: boolean; invite?: boolean; provider?: string },
) => Promise<ImportAnswer>

export async function importWorld(): Promise<{
  world: World
  take: Take
  digest: () => Promise<unknown>
  close: () => Promise<void>
}> {
  const world = await newWorld()
  const client = await world.pool.connect()
  return {
    world,
    take: (texts, { apply = true, invite = false, provider = 'northwind' } = {}) => {
      const sources = Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, pieces(text)]))
      return takeIn(client, { provider, sources, apply, inviteWith: invite ? secret : null })
    },
    digest: () => digest(world),
    async close() {
      client.release()
      await world.close()
    },
  }
}

export function done(answer: ImportAnswer): Extract<ImportAnswer, { kind: 'done' }> {
  if (answer.kind === 'problems') throw new Error(answer.problems.map(problemText).join('\n'))
  if (answer.kind !== 'done') throw new Error(answer.kind)
  return answer
}

/** File, line, column and code of every problem. */
export function told(answer: ImportAnswer): readonly string[] {
  if (answer.kind !== 'problems') throw new Error(answer.kind)
  if (answer.count !== answer.problems.length) throw new Error('some are only counted')
  return answer.problems.map(({ file, line, column, code }: Problem) => `${file} ${line} ${column} ${code}`)
}

/** Everything that an import could touch. */
async function digest(world: World) {
  const tables = [
    'account',
    'account_contact',
    'account_product',
    'partner',
    'partner_staff',
    'person',
    'membership',
    'channel_relationship',
    'event',
    'letter',
    'one_time_token',
  ]
  const parts = tables.map(
    table =>
      `(select '${table} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from ${table} t)`,
  )
  const rows = await world.rows<{ all: string[] }>(`select array[${parts.join(', ')}] as all`)
  return rows[0]?.all
}

export const folder: Texts = {
  accounts: [
    'account,name,legal_name,time_zone,city,phone,parent,branding_domain,products',
    ',Lakeside Clinic,Lakeside Clinic Inc.,America/Vancouver,Kelowna,+1 250 555 0101,,northwind.localhost,cloud-pbx; branding',
    'lakeside-lab,Lakeside Lab,"Lakeside Lab, Ltd.",America/Vancouver,,,lakeside-clinic,northwind.localhost,cloud-pbx',
    ',Sablière Bélanger,Sablière Bélanger inc.,America/Toronto,Gatineau,,,boreal.localhost,business-lines',
  ].join('\n'),
  partners: 'partner,name,partner_id\n,Quayside IT,\nnord-conseil,Nord Conseil,\n',
  relationships:
    'partner,account\nquayside-it,lakeside-clinic\nnord-conseil,sabliere-belanger\nbrightline-it,lakeside-lab\n',
  people: [
    'email,name,kind,account,partner,roles,modules,product,level,extension,language,branding_domain',
    'mara@lakeside.example,Mara Lind,account-manager,lakeside-clinic,,,,,,,,',
    'noel@lakeside.example,Noël Roy,administrator,lakeside-clinic,,account-owner; brand-contributor,,,,,fr,boreal.localhost',
    'noel@lakeside.example,Noël Roy,portal-user,lakeside-lab,,,fax; sms,,,,,',
    'ola@lakeside.example,Ola Berg,end-user,lakeside-clinic,,,,cloud-pbx,user,201,,',
    'tech@quayside.example,Tess Park,partner-technician,,quayside-it,,,,,,,northwind.localhost',
    'chef@nord.example,Léo Caron,partner-administrator,,nord-conseil,,,,,,fr,boreal.localhost',
  ].join('\n'),
}
