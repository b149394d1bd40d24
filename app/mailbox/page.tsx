import type { Metadata } from 'next'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { When } from '#components/time/when.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { type MailboxLetter, mailboxLetters, mailboxRecipients } from '#db/mail/demo-mailbox.ts'
import type { Language } from '#lib/language.ts'
import { idIn, readingMailbox } from './demo-only.ts'
import './mailbox.css'
import { mainLink } from './main-link.ts'
import { words } from './words.ts'

const onePage = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: words[await currentLanguage()].title }
}

/** Demo only: what would have been mailed, as its readers get it, with links that work. */
export default async function MailboxPage({ searchParams }: PageProps<'/mailbox'>) {
  const query = await searchParams
  const to = typeof query.to === 'string' ? query.to.slice(0, 254) : ''
  const before = idIn(query.before)
  const { letters, recipients } = await readingMailbox(async tx => ({
    letters: await mailboxLetters(tx, { to, before, most: onePage + 1 }),
    recipients: await mailboxRecipients(tx),
  }))
  const language = await currentLanguage()
  const text = words[language]
  const shown = letters.slice(0, onePage)
  const end = letters.length > onePage ? shown.at(-1) : undefined
  const first = to ? `/mailbox?to=${encodeURIComponent(to)}` : '/mailbox'
  const zone = (await currentActor())?.timeZone ?? 'UTC'
  return (
    <OpenFrame
      brand={await currentBrand()}
      language={language}
      title={text.title}
      description={text.description}
      width="wide"
    >
      <form method="get" action="/mailbox" className="mailbox-filter">
        <SelectField
          name="to"
          label={text.recipient}
          defaultValue={to}
          emptyLabel={text.everybody}
          options={options(recipients, to)}
        />
        <Button type="submit" variant="secondary">
          {text.show}
        </Button>
      </form>
      {shown.length > 0 ? (
        <ol className="mailbox" aria-label={text.letters}>
          {shown.map(letter => (
            <Entry key={letter.id} letter={letter} language={language} zone={zone} />
          ))}
        </ol>
      ) : (
        <EmptyState
          icon="mail"
          title={to ? text.emptyFor(to) : text.empty}
          actions={
            <LinkButton href={to ? '/mailbox' : '/sign-in'}>{to ? text.back : text.signIn}</LinkButton>
          }
        >
          {text.emptyHow}
        </EmptyState>
      )}
      <Pagination
        label={text.pages}
        previous={before ? { href: first, label: text.newest } : null}
        next={end ? { href: `${first}${to ? '&' : '?'}before=${end.id}`, label: text.older } : null}
      />
    </OpenFrame>
  )
}

/** An address that has had no letter yet stays chosen all the same. */
function options(recipients: readonly string[], chosen: string) {
  const all = chosen && !recipients.includes(chosen) ? [...recipients, chosen] : recipients
  return all.map(address => ({ value: address, label: address }))
}

function Entry({ letter, language, zone }: { letter: MailboxLetter; language: Language; zone: string }) {
  const text = words[language]
  const link = mainLink(letter.html)
  return (
    <li className="mailbox-letter">
      <h2 lang={letter.language}>
        <a href={`/mailbox/${letter.id}`} className="mailbox-subject">
          {letter.subject}
        </a>
      </h2>
      <p className="mailbox-meta">
        {text.to} {letter.to} · <When at={letter.at} zone={zone} language={language} />
      </p>
      {link && (
        <p lang={letter.language}>
          <LinkButton href={link.href} size="small">
            {link.label}
          </LinkButton>
        </p>
      )}
    </li>
  )
}
