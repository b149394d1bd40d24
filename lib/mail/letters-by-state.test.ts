import { describe, expect, test } from 'vitest'
import type { GrantFacts, RequestFacts } from './facts.ts'
import { letterText } from './letters.ts'
import type { Reported } from './reported.ts'
import { sampleGrant, sampleNow, sampleReader, sampleRequest } from './sample.ts'
import { sampleClosing } from './sample-closing.ts'

// The same letter says another thing where the world stands otherwise at the moment of sending.

const hour = 3_600_000
const later = new Date(sampleNow.getTime() + hour)
const sides = ['account', 'partner'] as const

function said(reported: Reported, side: (typeof sides)[number], language: 'en' | 'fr' = 'en'): string {
  const { subject, blocks } = letterText(reported, sampleReader(language, side))
  return [subject, ...blocks.flatMap(block => ('text' in block ? [block.text] : []))].join(' ')
}

const ended = (change: Partial<GrantFacts>): Reported => ({
  kind: 'grant-ended',
  facts: { ...sampleGrant, state: 'revoked', act: 'revoke', endedAt: sampleNow, ...change },
})

describe('access whose suspension was lifted', () => {
  const resumed = (startsAt: Date): Reported => ({
    kind: 'grant-resumed',
    facts: { ...sampleGrant, act: 'resume', startsAt, endsAt: new Date(later.getTime() + hour) },
  })

  test.each(sides)('before its start: the %s is told that it begins then, not that it is back', side => {
    expect(said(resumed(later), side)).toMatch(/no longer suspended.*begins at the start shown below/)
    expect(said(resumed(later), side)).not.toMatch(/is back|works as before/)
    expect(said(resumed(later), side, 'fr')).toMatch(/n’est plus suspendu.*commence au début indiqué/)
    expect(said(resumed(later), side, 'fr')).not.toMatch(/rétabli|comme avant/)
  })

  test.each(sides)('after its start: the %s is told that it is back', side => {
    expect(said(resumed(sampleNow), side)).toMatch(/is back.*works as before/)
  })
})

describe('a firm is told to ask again only where the account takes requests from it', () => {
  test.each([
    ['access-declined', 'declined'],
    ['access-withdrawn', 'withdrawn'],
    ['access-lapsed', 'lapsed'],
  ] as const)('%s', (kind, state) => {
    const about = (blocked: boolean): Reported => {
      const facts: RequestFacts = { ...sampleRequest, state, blocked }
      return { kind, facts }
    }
    expect(said(about(false), 'partner')).toContain('You may send a new request.')
    expect(said(about(true), 'partner')).toContain('takes no requests from your firm any more.')
    expect(said(about(true), 'partner')).not.toContain('new request')
    expect(said(about(true), 'partner', 'fr')).not.toContain('nouvelle demande')
  })
})

describe('what is left after access has ended', () => {
  test.each(sides)('nothing: the %s reads how to come back', side => {
    expect(said(ended({}), side)).toMatch(/Nobody of .* can enter the account now\. To come back/)
  })

  test.each(sides)('one that opens nothing yet: the %s reads of it, and of no way back', side => {
    const text = said(ended({ hasLive: true }), side)
    expect(text).toMatch(/^One of /)
    expect(text).toMatch(
      /can enter the account now\. Another access to it stands, suspended or not yet begun/,
    )
    expect(text).not.toContain('To come back')
    expect(said(ended({ hasLive: true }), side, 'fr')).not.toContain('nouvelle demande')
  })

  test.each(sides)('one that opens the account: the %s reads of that one, whatever else waits', side => {
    expect(said(ended({ hasOther: true, hasLive: true }), side)).toContain('Another access to this account')
    expect(said(ended({ hasOther: true, hasLive: true }), side)).not.toContain('suspended')
  })
})

describe('who reads that something was closed has a place there no more; whoever reads of the other has theirs', () => {
  test.each([
    ['account-closed', 'account', 'because you could decide for Harbour Dental', 'parce que vous pouviez'],
    ['account-closed', 'partner', 'because you are on the staff of', 'parce que vous faites partie'],
    ['partner-closed', 'partner', 'because you were on the staff of', 'parce que vous faisiez partie'],
    ['partner-closed', 'account', 'because you may decide on partner access', 'parce que vous pouvez'],
  ] as const)('%s, to the %s', (kind, side, en, fr) => {
    const reported: Reported = { kind, facts: sampleClosing }
    expect(said(reported, side)).toContain(en)
    expect(said(reported, side, 'fr')).toContain(fr)
  })
})
