import { expect, test } from 'vitest'
import { withNotThere } from './not-there-page.ts'

test('the empty shell of a page that is not there is filled in for readers without JavaScript', () => {
  const shell =
    '<!DOCTYPE html><html id="__next_error__"><head><meta name="robots"/></head><body class="x"><div hidden=""></div>'
  const filled = withNotThere(shell)
  expect(filled).toMatch(/<body class="x"><noscript>.*There is nothing here for you/s)
  expect(filled).toContain('Il n’y a rien ici pour vous')
  expect(filled.endsWith('<div hidden=""></div>')).toBe(true)
  const inFrench = withNotThere(shell, 'fr')
  expect(inFrench).toMatch(/<main class="plain" lang="fr-CA"><h1>Il n’y a rien ici pour vous/)
  expect(inFrench).toMatch(/<section lang="en-CA"><h2>There is nothing here for you/)
})

test('where a share URL leads nowhere the shell says that, and how to go on', () => {
  const shell = '<!DOCTYPE html><html id="__next_error__"><head></head><body class="x">'
  expect(withNotThere(shell, 'en', '/partners/share-nobody')).toContain(
    '<h1>This link leads nowhere any more</h1>',
  )
  expect(withNotThere(shell, 'en', '/partner/cedar-consulting/profile')).toContain(
    'There is nothing here for you',
  )
})

test('the words that answer a form without JavaScript get a page around them, in their language', () => {
  const sheet = '<link rel="preload" href="/a/b.css" as="style" nonce="x"/>'
  const page = withNotThere(
    `<meta charSet="utf-8"/>${sheet}<main id="main" lang="fr-CA"><h1>Il n’y a rien ici pour vous</h1></main>`,
  )
  expect(page).toMatch(/^<!DOCTYPE html><html lang="fr-CA"><head><title>Il n’y a rien ici pour vous/)
  expect(page).toContain('<link rel="stylesheet" href="/a/b.css">')
  expect(withNotThere('<main>no style sheet</main>')).toBe('<main>no style sheet</main>')
})

test('what is to be told of an account stands there too, in both languages, and nothing that anybody wrote', () => {
  const shell = '<!DOCTYPE html><html id="__next_error__"><head></head><body>'
  const told = (text: string) =>
    `${shell}<script>self.__next_f.push([1,${JSON.stringify(JSON.stringify(['$', 'p', null, text]))}])</script>`
  const marked = `${shell}<script>self.__next_f.push([1,${JSON.stringify('{"data-reason-first":"southern-bakery"}')}])</script>`
  const filled = withNotThere(marked)
  expect(filled).toMatch(/<noscript>.*<a href="\/provider\/accounts\/southern-bakery">Give a reason<\/a>/s)
  expect(filled).toContain('Donner un motif')
  expect(filled).not.toContain('There is nothing here for you')
  expect(withNotThere(told('"data-reason-first":"southern-bakery"'))).toContain(
    'There is nothing here for you',
  )
})

test('any other page stays as it is', () => {
  const page = '<!DOCTYPE html><html lang="en"><body><main>__next_error__</main></body></html>'
  expect(withNotThere(page)).toBe(page)
})
