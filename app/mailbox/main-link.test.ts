import { expect, test } from 'vitest'
import { letterKinds } from '#lib/mail/kinds.ts'
import { renderLetter } from '#lib/mail/render.tsx'
import { sampleReader, sampleRequest, samples } from '#lib/mail/sample.ts'
import { cutAtAddresses, mainLink } from './main-link.ts'

test.each(letterKinds)('the button of %s is found, and stands in the plain text too', async kind => {
  const reader = sampleReader('fr', samples[kind].sides[0] ?? 'account')
  const { html, text } = await renderLetter(samples[kind].reported, reader)
  const link = mainLink(html)
  expect(link?.href).toMatch(/^http:\/\/boreal\.localhost:3000\/\S+$/)
  expect(link?.label).not.toMatch(/[&<]/)
  const [first, ...others] = cutAtAddresses(text).filter(part => part.isAddress)
  expect(first?.text).toBe(link?.href)
  for (const { text: address } of others)
    expect(address).toMatch(
      /^http:\/\/boreal\.localhost:3000\/accounts\/[a-z-]+\/settings\/activity(?:\?firm=partner:[a-z-]+)?$/,
    )
})

test('what a partner typed is no button and no address', async () => {
  const reason = '<a class="on-fill" href="https://evil.example">Review access</a> https://evil.example/x'
  const facts = { ...sampleRequest, reason, requester: reason }
  const { html, text } = await renderLetter(
    { kind: 'access-requested', facts },
    sampleReader('en', 'account'),
  )
  expect(mainLink(html)?.href).toContain('northwind.localhost')
  expect(cutAtAddresses(text).filter(part => part.isAddress)).toHaveLength(1)
})

test('a letter without a button', () => {
  expect(mainLink('<p>hello</p>')).toBeNull()
})
