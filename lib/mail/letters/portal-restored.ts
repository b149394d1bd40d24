import { scopeText } from '#lib/access/scope-words.ts'
import { exactTime } from '#lib/format.ts'
import { bilingual, plural } from '#lib/language.ts'
import type { RestoreFacts } from '../facts.ts'
import type { LetterText, Reader } from '../letter.ts'
import { authorisation } from '../places.ts'
import { accountRow, timeRow } from '../rows.ts'
import { words as shared } from '../words.ts'

const words = bilingual({
  en: {
    subject: (account: string) => `Please look again at who has access to ${account}`,
    lead: (account: string, count: number) =>
      `The portal was restored from a backup. Please look again at the ${count} partner ${plural('en', count, 'access', 'accesses')} to ${account} from before.`,
    why: 'What was changed between the backup and the restore is lost. An access that was revoked, suspended or given up in that time may be open again. Keep what is right, and revoke the rest.',
    signIn: 'Everybody has been signed out, and sign-in links from before no longer work.',
    restored: 'Restored',
    list: 'Access from before',
    noEnd: 'no end',
    until: (end: string) => `until ${end}`,
    more: (n: number) => `and ${n} more`,
  },
  fr: {
    subject: account => `Veuillez revoir les accès au compte ${account}`,
    lead: (account, count) =>
      `Le portail a été restauré à partir d’une sauvegarde. Veuillez revoir ${count < 2 ? 'l’accès de partenaire' : `les ${count} accès de partenaires`} au compte ${account} qui ${plural('fr', count, 'date', 'datent')} d’avant.`,
    why: 'Ce qui a été modifié entre la sauvegarde et la restauration est perdu. Un accès révoqué, suspendu ou abandonné pendant cette période est peut-être ouvert de nouveau. Conservez ce qui est juste et révoquez le reste.',
    signIn: 'Tout le monde a été déconnecté, et les liens de connexion d’avant ne fonctionnent plus.',
    restored: 'Restauration',
    list: 'Accès d’avant',
    noEnd: 'sans fin',
    until: end => `jusqu’au ${end}`,
    more: n => `et ${n} ${plural('fr', n, 'autre', 'autres')}`,
  },
})

/** To the approvers of an account: a backup was read back, so what they revoked since may be open again. */
export function portalRestored(facts: RestoreFacts, reader: Reader): LetterText {
  const { language, zone } = reader
  const w = words[language]
  const shares = shared[language]
  const { account, restoredAt, count, first } = facts
  const items = first.map(({ partnerName, scope, endsAt }) =>
    [
      partnerName,
      scopeText(scope, language),
      endsAt ? w.until(exactTime(endsAt, zone, language)) : w.noEnd,
    ].join(', '),
  )
  const hidden = count - first.length
  return {
    subject: w.subject(account.name),
    preview: w.why,
    blocks: [
      { kind: 'lead', text: w.lead(account.name, count) },
      { kind: 'text', text: `${w.why} ${w.signIn}` },
      { kind: 'facts', rows: [accountRow(account, reader), timeRow(w.restored, restoredAt, reader)] },
      { kind: 'list', label: w.list, items: hidden > 0 ? [...items, w.more(hidden)] : items },
      { kind: 'button', label: shares.seeAuthorisation, path: authorisation(account) },
      { kind: 'note', text: shares.becauseApprover(account.name) },
    ],
  }
}
