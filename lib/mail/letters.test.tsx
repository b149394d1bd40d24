import { describe, expect, test } from 'vitest'
import { letterNames } from '#lib/delivery/names.ts'
import { languages } from '#lib/language.ts'
import { type LetterKind, letterKinds } from './kinds.ts'
import type { Block, Reader } from './letter.ts'
import { letterText } from './letters.ts'
import { renderLetter } from './render.tsx'
import type { Reported } from './reported.ts'
import { sampleReader, sampleRequest, samples } from './sample.ts'
import { sampleBrands } from './sample-brands.ts'
import { possessive, words } from './words.ts'

const cases = languages.flatMap(language =>
  letterKinds.flatMap(kind =>
    samples[kind].sides.map(side => ({ language, kind, side, reported: samples[kind].reported })),
  ),
)

describe.each(languages)('every letter in %s', language => {
  const own = cases.filter(one => one.language === language)

  test('is built as it was before, as HTML', async () => {
    const pages = await Promise.all(own.map(one => built(one.reported, sampleReader(language, one.side))))
    await expect(pages.join('\n')).toMatchFileSnapshot(`./snapshots/letters.${language}.html.snap`)
  })
})

test.each(Object.entries(sampleBrands))(
  'a letter wears the brand %s, down to the last byte',
  async (key, brand) => {
    const reader = { ...sampleReader(key === 'boreal' ? 'fr' : 'en', 'account'), brand }
    const { html } = await renderLetter(samples['grant-ended'].reported, reader)
    await expect(html).toMatchFileSnapshot(`./snapshots/brand.${key}.html.snap`)
  },
)

/** What tells an account of no change: questions, reminders, what the clock did, and what nobody there could undo. */
const noChange: ReadonlySet<LetterKind> = new Set([
  'sign-in-link',
  'activation',
  'reset',
  'password-changed',
  'microsoft-proof',
  'microsoft-linked',
  'microsoft-unlinked',
  'access-requested',
  'access-request-reminder',
  'access-question',
  'access-answered',
  'access-lapsed',
  'partner-invitation-lapsed',
  'grant-ending',
  'review-due',
  'review-unanswered',
  'extension-asked',
  'designation-kept',
  'account-closed',
  'portal-restored',
  'administrator-invited',
  'administrator-declined',
  'administrator-lapsed',
])

describe.each(cases)('$kind to the $side in $language', ({ reported, language, side, kind }) => {
  const reader = sampleReader(language, side)
  const letter = letterText(reported, reader)

  test('has one sentence first, one button, and says why it came', () => {
    const count = (kind: Block['kind']) => letter.blocks.filter(block => block.kind === kind).length
    expect(letter.blocks[0]?.kind).toBe('lead')
    expect(count('lead')).toBe(1)
    expect(count('button')).toBe(1)
    expect(letter.blocks.at(-1)?.kind).toBe('note')
    expect(letter.subject.length).toBeLessThan(110)
  })

  test('leads the account to what was done, and to its end, wherever something was changed', () => {
    const { notUs } = words[language]
    const leads = letter.blocks.some(block => block.kind === 'link' && block.label === notUs)
    expect(leads).toBe(side === 'account' && !noChange.has(kind))
  })

  test('the reader’s own address can be copied as it is', async () => {
    const { html, text } = await renderLetter(reported, reader)
    expect(text).toContain(`(${reader.address})`)
    // Places to break instead of characters that nobody sees.
    expect(html.replaceAll(/<wbr ?\/?>|<!-- -->/g, '')).toContain(`(${reader.address})`)
  })

  test('links to the reader’s own branding domain and nowhere else', async () => {
    const { html, text } = await renderLetter(reported, reader)
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(match => match[1] ?? '')
    const elsewhere = addresses.filter(address => !address.startsWith(`${reader.brand.origin}/`))
    expect(elsewhere).toEqual([`mailto:${reader.brand.supportEmail}`, expect.stringMatching(/^tel:\+\d+$/)])
    expect(html).toContain('http-equiv="Content-Type"')
    expect(text).toMatch(new RegExp(`^${reader.brand.origin}/\\S+$`, 'm'))
  })

  test('runs nothing', async () => {
    const { html } = await renderLetter(reported, reader)
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i)
  })
})

test('the one-time code and token stand in no subject and no preview', () => {
  for (const language of languages) {
    const letter = letterText(samples['sign-in-link'].reported, sampleReader(language, 'account'))
    expect(`${letter.subject} ${letter.preview}`).not.toMatch(/493027|tok_/)
  }
})

test.each([
  ['en', /^Activate your access/, /^Accept your access/, /password of your own|temporary/i],
  ['fr', /^Activez votre accès/, /^Acceptez votre accès/, /choisir votre mot de passe|temporaire/i],
] as const)(
  'whoever has a sign-in already is asked in %s to accept with it, and nobody else is',
  (language, activates, accepts, sets) => {
    const { reported } = samples.activation
    if (reported.kind !== 'activation') throw new Error('another letter')
    const place = { kind: 'partner-technician', place: 'Brightline IT' } as const
    const [fresh, known] = [reported.facts.code, ''].map(code => {
      const { subject, preview, blocks } = letterText(
        { kind: 'activation', facts: { ...reported.facts, ...place, code } },
        sampleReader(language, 'account'),
      )
      const text = blocks.flatMap(block =>
        'text' in block ? [block.text] : 'label' in block ? [block.label] : [],
      )
      return { subject, all: [preview, ...text].join(' ') }
    })
    expect(fresh?.subject).toMatch(activates)
    expect(fresh?.all).toMatch(sets)
    expect(known?.subject).toMatch(accepts)
    expect(known?.all).not.toMatch(sets)
  },
)

describe('what a partner typed', () => {
  const nasty =
    '<script>alert(1)</script>\r\nBcc: all@victim.example\r\n"><img src=x onerror=alert(1)> \u202Ehttps://evil.example/login www.evil.example me@evil.example'

  test.each(languages)('stays plain text in %s: escaped, no link, no header', async language => {
    const reader = sampleReader(language, 'account')
    const facts = {
      ...sampleRequest,
      reason: nasty,
      ticket: nasty,
      requester: nasty,
      partner: { ...sampleRequest.partner, name: nasty },
    }
    const { subject, html, text } = await renderLetter({ kind: 'access-requested', facts }, reader)
    expect(subject).not.toMatch(/[\r\n\u202E]/)
    expect(html).not.toMatch(/<script|<img src=x|\u202E/)
    expect(html).toContain('&lt;script&gt;')
    for (const body of [html, text]) {
      expect(body).not.toMatch(/https:\/\/evil|www\.evil|evil\.example|me@evil/)
      expect(body.replaceAll('\u200B', '')).toContain('https://evil.example/login')
    }
  })
})

test.each([
  ['en', 'The access of 3 partners to Harbour Dental has ended', 'Cedar Consulting and Outback Networks'],
  ['fr', 'L’accès de 3 partenaires à Harbour Dental a pris fin', 'Cedar Consulting et Outback Networks'],
] as const)(
  'one letter in %s tells of all the firms whose access ended by one act',
  (language, subject, named) => {
    const { reported } = samples['grant-ended']
    if (reported.kind !== 'grant-ended') throw new Error('another letter')
    const facts = { ...reported.facts, otherFirms: ['Cedar Consulting', 'Outback Networks'] }
    const letter = letterText({ kind: 'grant-ended', facts }, sampleReader(language, 'account'))
    expect(letter.subject).toBe(subject)
    expect(letter.blocks.flatMap(block => (block.kind === 'text' ? [block.text] : [])).join(' ')).toContain(
      named,
    )
  },
)

test.each([
  [
    'en',
    'Activate your access to Northwind Telecom',
    'Nora Whitfield added you as platform user of Northwind Telecom.',
  ],
  [
    'fr',
    'Activez votre accès à Northwind Telecom',
    'Nora Whitfield vous a ajouté comme utilisateur de la plateforme : Northwind Telecom.',
  ],
] as const)(
  'where place, firm and brand have one name, a letter in %s says it once',
  (language, subject, lead) => {
    const { reported } = samples.activation
    if (reported.kind !== 'activation') throw new Error('another letter')
    const facts = { ...reported.facts, kind: 'platform-user', place: 'Northwind Telecom' } as const
    const reader = { ...sampleReader(language, 'account'), brand: sampleBrands.northwind }
    const letter = letterText({ kind: 'activation', facts }, reader)
    expect(letter.subject).toBe(subject)
    const [first] = letter.blocks
    expect(first?.kind === 'lead' && first.text.replaceAll('\u202f', ' ')).toBe(lead)
  },
)

test('the same letter names the same moment in each reader’s zone', () => {
  const ends = (zone: string) => {
    const letter = letterText(samples['grant-ending'].reported, { ...sampleReader('en', 'account'), zone })
    const facts = letter.blocks.find(block => block.kind === 'facts')
    return facts?.kind === 'facts' ? facts.rows.find(row => row.label === 'Ends') : undefined
  }
  expect(ends('America/Toronto')).toEqual({
    label: 'Ends',
    value: 'Tue 24 Nov 2026, 14:00 EST',
    more: 'in 2 h',
  })
  expect(ends('Australia/Sydney')).toEqual({
    label: 'Ends',
    value: 'Wed 25 Nov 2026, 06:00 AEDT',
    more: 'in 2 h',
  })
})

/** The structure without the look, which the brands' own snapshots hold. */
async function built(reported: Reported, reader: Reader): Promise<string> {
  const { html } = await renderLetter(reported, reader)
  const bare = html
    .replace(/ (style|cellPadding|cellSpacing)="[^"]*"/gi, '')
    .replace(/<style>.*?<\/style>/s, '')
  return `<!-- ${reported.kind}, to the ${reader.side} -->\n${bare.replace(/(<(?:tr|p|li|h1|table|meta|title|body))/g, '\n$1')}\n`
}

test.each(languages)('every kind of letter has a name in %s for lists and the history', language => {
  expect(Object.keys(letterNames[language]).sort()).toEqual([...letterKinds].sort())
})

test('a firm whose name ends in s takes no second one', () => {
  expect(possessive('Outback Networks')).toBe('Outback Networks’')
  expect(possessive('Brightline IT')).toBe('Brightline IT’s')
})
