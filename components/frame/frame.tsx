import type { ReactNode } from 'react'
import { Ticker } from '#components/time/ticker.tsx'
import { Enhance } from '#components/ui/enhance.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OvertakenNotice } from '#components/ui/overtaken-notice.tsx'
import type { Overtaken } from '#components/ui/overtaken-store.ts'
import { SkipLink } from '#components/ui/skip-link.tsx'
import type { Language } from '#lib/language.ts'
import { AccountSwitcher } from './account-switcher.tsx'
import { ActingBar } from './acting-bar.tsx'
import { BrandMark, OwnMark } from './brand-mark.tsx'
import { Footer } from './footer.tsx'
import { Navigation, NavigationButton } from './navigation.tsx'
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx'
import { Shortcuts } from './shortcuts.tsx'
import type { Acting, Flash, FrameBrand, FrameOwn, NavItem, Place, SideGroup } from './types.ts'
import { words } from './words.ts'

export type FrameProps = {
  brand: FrameBrand
  /** What the account shows of its own, on its pages. */
  own?: FrameOwn | null | undefined
  language: Language
  /** The reader's time zone. */
  zone: string
  /** The database's now, the same for the whole page. */
  now: Date
  /** Where the brand mark leads. */
  homeHref: string
  person: Omit<PersonMenuProps, 'language'> | null
  places: readonly Place[]
  /** Where all places can be searched. */
  chooseHref?: string | undefined
  modules?: readonly NavItem[] | undefined
  side?: readonly SideGroup[] | undefined
  acting?: Acting | null | undefined
  /** What the form that was posted to this page came too late for, where nothing but the page itself can say so. */
  overtaken?: Overtaken | null | undefined
  flash?: Flash | null | undefined
  /** `wide` for a list with many columns; else the page keeps a width that reads well. */
  width?: 'normal' | 'wide' | undefined
  children: ReactNode
}

/** What stands around every page of a signed-in person. */
export function Frame(props: FrameProps) {
  const { brand, own, language, zone, now, homeHref, person, places, chooseHref = '/choose' } = props
  const { modules = [], side = [], acting, overtaken, flash, width = 'normal', children } = props
  const text = words[language]
  const navigation = modules.length > 0 || side.length > 0
  return (
    <>
      <SkipLink>{text.skip}</SkipLink>
      {acting && <ActingBar language={language} zone={zone} now={now} acting={acting} />}
      <header className="top">
        {navigation && <NavigationButton language={language} />}
        <a className="top-brand" href={homeHref}>
          <BrandMark brand={brand} />
        </a>
        <AccountSwitcher language={language} places={places} chooseHref={chooseHref} />
        {own && <OwnMark own={own} />}
        <span className="top-space" />
        {person && <PersonMenu language={language} {...person} />}
      </header>
      <div className="shell" data-side={side.length > 0 || undefined} data-width={width}>
        <Navigation language={language} modules={modules} side={side} />
        <main id="main" className="main" tabIndex={-1}>
          <OvertakenNotice first={overtaken} />
          {flash && (
            <Notice id="told" tone={flash.tone} live={flash.tone === 'danger' ? 'alert' : 'status'}>
              {flash.text}
            </Notice>
          )}
          {children}
        </main>
      </div>
      <Footer brand={brand} own={own} language={language} shortcuts helpHref={person?.helpHref} />
      <Shortcuts language={language} helpHref={person?.helpHref} />
      <Enhance />
      <Ticker now={now.getTime()} language={language} />
    </>
  )
}
