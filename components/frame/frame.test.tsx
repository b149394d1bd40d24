import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Language } from '#lib/language.ts'
import { Frame, type FrameProps } from './frame.tsx'
import { PlainPage } from './plain-page.tsx'
import { PublicFrame } from './public-frame.tsx'
import type { FrameBrand, Place } from './types.ts'

const brand: FrameBrand = {
  name: 'Northwind <Telecom>',
  supportName: 'Northwind care',
  supportEmail: 'help@northwind.example',
  supportPhone: '+1 (613) 555-0134',
  supportUrl: '',
  termsUrl: 'https://northwind.example/terms',
  privacyUrl: '',
  logoUrl: null,
}

function place(n: number, current = false): Place {
  return { href: `/accounts/a${n}`, label: `Account ${n}`, kind: 'Accounts', current }
}

function frame(more: Partial<FrameProps> = {}, language: Language = 'en') {
  return renderToStaticMarkup(
    <Frame
      brand={brand}
      language={language}
      zone="America/Toronto"
      now={new Date('2026-11-24T15:00:00Z')}
      homeHref="/accounts/a1"
      person={{
        name: 'Olivia Marsh',
        email: 'o@x.example',
        profileHref: '/profile',
        helpHref: '/help',
        signOut: <i>out</i>,
      }}
      places={[place(1, true), place(2)]}
      modules={[{ href: '/m', label: 'SMS' }]}
      side={[{ title: 'Access', items: [{ href: '/s', label: 'User access', current: true, count: 1204 }] }]}
      {...more}
    >
      <h1>Page</h1>
    </Frame>,
  )
}

describe('Frame', () => {
  test('starts with the way past the navigation, to the page', () => {
    expect(frame()).toMatch(/^<a class="skip-link" href="#main">Skip to the page<\/a>/)
    expect(frame()).toContain('<main id="main"')
  })

  test('marks the current page, and says how many wait there', () => {
    const markup = frame()
    expect(markup).toMatch(/<a href="\/s" class="nav-link" aria-current="page">/)
    expect(markup).toContain('<span class="sr-only">1,204 waiting</span>')
  })

  test('an account’s own logo and links stand beside the brand’s, told as its own', () => {
    const own = {
      account: 'Maple <Logistics>',
      logo: { light: '/accounts/a1/logo/1', dark: '/accounts/a1/logo/2' },
      shopLink: 'https://shop.example/?a=1&b=2',
      supportLink: '',
    }
    const markup = frame({ own })
    expect(markup).toContain(
      '<source media="screen and (prefers-color-scheme: dark)" srcSet="/accounts/a1/logo/2"/>',
    )
    expect(markup).toContain('src="/accounts/a1/logo/1" alt="Maple &lt;Logistics&gt;"')
    expect(markup).toMatch(
      /<a href="https:\/\/shop\.example\/\?a=1&amp;b=2" rel="noopener noreferrer" aria-label="Shop, Maple &lt;Logistics&gt;">Shop<\/a>/,
    )
    expect(markup).not.toContain('Support, Maple')
    expect(frame({ own: { ...own, logo: null, shopLink: '' } })).not.toContain('Maple')
  })

  test('names account, firm, end and time left while acting for somebody', () => {
    const until = new Date('2026-11-24T18:12:00Z')
    const acting = { account: 'Harbour Dental', firm: 'Brightline IT', until, exitHref: '/partner' }
    const said = (language: Language) =>
      frame({ acting }, language)
        .replace(/<header.*/s, '')
        .replace(/<[^>]+>/g, '')
        .replaceAll('\u00a0', ' ')
    expect(said('en')).toContain(
      'Acting for Harbour Dental as Brightline IT, until Tue 24 Nov 2026, 13:12 EST, 3 h 12 min left',
    )
    expect(said('fr')).toContain(
      'Vous agissez pour Harbour Dental au nom de Brightline IT, jusqu’au mar. 24 nov. 2026, 13 h 12 HNE, encore 3 h 12 min',
    )
    expect(frame({ acting: { ...acting, until: null } })).toContain('no end set')
  })

  test('says that it is a visit of the provider’s support, and offers its end', () => {
    const until = new Date('2026-11-24T18:12:00Z')
    const acting = { account: 'Harbour Dental', firm: 'Northwind Telecom', until, endVisit: <b>End it</b> }
    const html = frame({ acting })
    expect(html).toContain('Visiting Harbour Dental')
    expect(html).toContain('as support of Northwind Telecom')
    expect(html).toContain('<b>End it</b>')
    expect(html).not.toContain('Leave')
  })

  test('has no bar where one is at home, and no person menu where nobody is', () => {
    expect(frame()).not.toContain('class="acting"')
    expect(frame({ person: null })).not.toContain('person-menu')
  })

  test('is no menu with one place, and a short one with very many', () => {
    expect(frame({ places: [place(1, true)] })).not.toContain('id="places"')
    const many = Array.from({ length: 200 }, (_, n) => place(n, n === 150))
    const markup = frame({ places: many })
    expect(markup.match(/Account \d+<\/span>/g)?.length).toBeLessThan(12)
    expect(markup).toContain('href="/choose"')
    expect(markup).toContain('Account 150, switch account')
  })

  test('says the outcome of what was just done, and what failed at once', () => {
    expect(frame({ flash: { tone: 'success', text: 'Revoked.' } })).toMatch(/role="status">.*Revoked\./s)
    expect(frame({ flash: { tone: 'danger', text: 'Not done.' } })).toMatch(/role="alert">.*Not done\./s)
  })

  test('shows whom to turn to, and leaves out what the brand left empty', () => {
    const markup = frame()
    expect(markup).toContain('href="mailto:help@northwind.example"')
    expect(markup).toContain('href="tel:+16135550134"')
    expect(markup).not.toContain('href=""')
  })
})

test('a brand’s name is text, wherever it stands', () => {
  expect(frame()).not.toContain('<Telecom>')
})

test.each<Language>(['en', 'fr'])(
  'nothing carries a style attribute, which the page’s policy would drop (%s)',
  language => {
    const pages = [
      frame({ acting: { account: 'A', firm: 'B', until: null, exitHref: '/' } }, language),
      renderToStaticMarkup(
        <PublicFrame brand={{ ...brand, logoUrl: '/logo' }} language={language} title="Sign in" below="Below">
          form
        </PublicFrame>,
      ),
      renderToStaticMarkup(<PlainPage title="Not here" reference="1" />),
    ]
    for (const markup of pages) expect(markup).not.toMatch(/\sstyle=|\son[a-z]+=/)
  },
)
