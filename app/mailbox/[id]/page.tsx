import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { currentBrand } from '#app/_server/brand.ts'
import { OpenFrame } from '#app/_server/frames.tsx'
import { currentActor, currentLanguage } from '#app/_server/session.ts'
import { When } from '#components/time/when.tsx'
import { Facts } from '#components/ui/facts.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { type MailboxLetter, mailboxLetter } from '#db/mail/demo-mailbox.ts'
import { idIn, readingMailbox } from '../demo-only.ts'
import '../mailbox.css'
import { LetterView } from '../letter-view.tsx'
import { cutAtAddresses, mainLink } from '../main-link.ts'
import { letterSandbox } from '../sandbox.ts'
import { words } from '../words.ts'

const letterOf = cache(async (id: string): Promise<MailboxLetter> => {
  const known = idIn(id)
  const letter = await readingMailbox(async tx => (known ? mailboxLetter(tx, known) : null))
  if (!letter) notFound()
  return letter
})

export async function generateMetadata({ params }: PageProps<'/mailbox/[id]'>): Promise<Metadata> {
  return { title: (await letterOf((await params).id)).subject }
}

/** Demo only: one letter, as its reader sees it or as plain text. */
export default async function LetterPage({ params, searchParams }: PageProps<'/mailbox/[id]'>) {
  const letter = await letterOf((await params).id)
  const asText = (await searchParams).view === 'text'
  const language = await currentLanguage()
  const text = words[language]
  const zone = (await currentActor())?.timeZone ?? 'UTC'
  const here = `/mailbox/${letter.id}`
  const main = mainLink(letter.html)
  return (
    <OpenFrame
      brand={await currentBrand()}
      language={language}
      title={<span lang={letter.language}>{letter.subject}</span>}
      width="wide"
      below={<a href="/mailbox">{text.back}</a>}
    >
      <Facts
        items={[
          { term: text.from, value: letter.from },
          { term: text.to, value: letter.to },
          { term: text.replyTo, value: letter.replyTo },
          { term: text.sent, value: <When at={letter.at} zone={zone} language={language} /> },
        ]}
      />
      <nav aria-label={text.views} className="mailbox-views">
        <a href={here} aria-current={asText ? undefined : 'page'}>
          {text.asRead}
        </a>
        <a href={`${here}?view=text`} aria-current={asText ? 'page' : undefined}>
          {text.asText}
        </a>
        <a href={`${here}/html`}>
          {text.alone} <Icon name="external" />
        </a>
      </nav>
      {main && (
        <p lang={letter.language}>
          <LinkButton href={main.href} variant="primary">
            {main.label}
          </LinkButton>
        </p>
      )}
      {asText ? (
        <PlainText letter={letter} />
      ) : (
        <LetterView
          src={`${here}/html`}
          title={letter.subject}
          lang={letter.language}
          length={lengthOf(letter.text)}
          sandbox={letterSandbox}
        />
      )}
    </OpenFrame>
  )
}

/** About how tall the letter is, for the style sheet: in steps of 300 characters of its plain text. */
function lengthOf(text: string): number {
  return Math.min(8, Math.ceil(text.length / 300))
}

function PlainText({ letter }: { letter: MailboxLetter }) {
  return (
    // Long lines scroll, so the keyboard must be able to get here.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls needs a way in by keyboard
    <pre className="mailbox-text" lang={letter.language} tabIndex={0}>
      {cutAtAddresses(letter.text).map(part =>
        part.isAddress ? (
          <a key={part.text} href={part.text}>
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </pre>
  )
}
