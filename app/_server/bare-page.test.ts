import { expect, test } from 'vitest'
import { withBarePage } from './bare-page.ts'

test('the empty shell of a page that is not there is filled in for readers without JavaScript', () => {
  const shell =
    '<!DOCTYPE html><html id="__next_error__"><head><meta name="robots"/></head><body class="x"><div hidden=""></div>'
  const filled = withBarePage(shell)
  expect(filled).toMatch(/<body class="x"><noscript>.*There is nothing here for you/s)
  expect(filled).toContain('Il n’y a rien ici pour vous')
  expect(filled.endsWith('<div hidden=""></div>')).toBe(true)
})

test('any other page stays as it is', () => {
  const page = '<!DOCTYPE html><html lang="en"><body><main>__next_error__</main></body></html>'
  expect(withBarePage(page)).toBe(page)
})
