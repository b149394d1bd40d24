import 'server-only'
import type { ReactNode } from 'react'
import { Frame } from '#components/frame/frame.tsx'
import { PublicFrame } from '#components/frame/public-frame.tsx'
import type { Acting, FrameOwn, NavItem, Place, SideGroup } from '#components/frame/types.ts'
import { Form } from '#components/ui/form.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import { accountGroups, accountSections } from '#lib/access/account-sections.ts'
import { may } from '#lib/access/authority.ts'
import type { Brand } from '#lib/branding/brand.ts'
import { exactTime } from '#lib/format.ts'
import { type Language, languageNames } from '#lib/language.ts'
import { actingOn } from './acting.tsx'
import { currentPath } from './brand.ts'
import { frameBrand, frameOwn } from './frame-brand.ts'
import { frameWords } from './frame-words.ts'
import { onlyAuthorisation, placesBeside } from './near.ts'
import { Once } from './once.tsx'
import type { AccountPage, PageOf, PartnerPage, ProviderPage } from './page.ts'
import { signOut, switchLanguage } from './person-actions.ts'
import { deskStart } from './place-address.ts'
import { saidOnThisPage } from './said.ts'
import { toldHere } from './told.ts'

type Query = Readonly<Record<string, string | string[] | undefined>>

interface FrameOptions {
  /** The page's own query: its `done` code becomes the sentence at the top. */
  readonly query?: Query
  readonly width?: 'normal' | 'wide'
  readonly children: ReactNode
}

/** The frame of a customer account's pages: navigation holds what this person may see there, and nothing else. */
export async function AccountFrame({
  page,
  current,
  children,
  ...options
}: FrameOptions & { page: AccountPage<unknown>; current: string }) {
  const { account, authority, language } = page
  const words = frameWords[language]
  const root = `/accounts/${account.slug}`
  const itemsOf = (group: (typeof accountGroups)[number]) =>
    accountSections
      .filter(one => one.group === group && one.needs.some(capability => may(authority, capability)))
      .map(({ key, path }) => ({
        href: `${root}${path}`,
        label: words.nav[key],
        current: current === key,
      }))
  const side: SideGroup[] = accountGroups
    .filter(group => group !== 'modules')
    .map(group => ({ title: words.group[group], items: itemsOf(group) }))
  return (
    <PersonFrame
      {...options}
      page={page}
      place={{ href: root, label: account.name, kind: words.kind.account, current: true }}
      modules={itemsOf('modules')}
      side={side.filter(group => group.items.length > 0)}
      acting={actingOn(page)}
      own={frameOwn(page.worn, account.slug)}
      authorisationHref={may(authority, 'partners.read') ? `${root}/settings/authorisation` : undefined}
    >
      <p className="hidden print:block">
        {account.name} · {exactTime(page.now, page.actor.timeZone, language)}
      </p>
      {children}
    </PersonFrame>
  )
}

/** The frame of a firm's own desk. */
export async function PartnerFrame({
  page,
  current,
  ...options
}: FrameOptions & { page: PartnerPage<unknown>; current: string }) {
  const words = frameWords[page.language]
  const root = `/partner/${page.partner.slug}`
  const keys = ['customers', 'requests', 'invitations', 'staff', 'profile', 'activity'] as const
  const items = keys.map(key => ({
    href: `${root}/${key}`,
    label: words.partnerNav[key],
    current: current === key,
  }))
  return (
    <PersonFrame
      {...options}
      page={page}
      place={{ href: `${root}/customers`, label: page.partner.name, kind: words.kind.partner, current: true }}
      side={[{ title: words.group.desk, items }]}
    />
  )
}

/** The frame of the provider's desk. */
export async function ProviderFrame({
  page,
  current,
  ...options
}: FrameOptions & { page: ProviderPage<unknown>; current: string }) {
  const words = frameWords[page.language]
  const items = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([key, label]) => ({
      href: `/provider/${key}`,
      label,
      current: current === key,
    }))
  return (
    <PersonFrame
      {...options}
      page={page}
      place={{
        href: deskStart,
        label: page.platform.providerName,
        kind: words.kind.provider,
        current: true,
      }}
      side={[
        { title: words.group.customers, items: items(words.providerNav) },
        { title: words.group.portal, items: items(words.portalNav) },
      ]}
    />
  )
}

interface PersonFrameProps extends FrameOptions {
  readonly page: PageOf<unknown>
  readonly place?: Place
  readonly modules?: readonly NavItem[]
  readonly side?: readonly SideGroup[]
  readonly acting?: Acting | null
  readonly own?: FrameOwn | null
  readonly authorisationHref?: string | undefined
}

/** The frame of pages that belong to no account: profile, choice. */
export async function PersonFrame({
  page,
  place,
  modules,
  side,
  acting,
  own,
  authorisationHref,
  query,
  width,
  children,
}: PersonFrameProps) {
  const { actor, brand, language, now } = page
  const words = frameWords[language]
  const other: Language = language === 'en' ? 'fr' : 'en'
  return (
    <Frame
      brand={frameBrand(brand)}
      own={own}
      language={language}
      zone={actor.timeZone}
      now={now}
      homeHref={place?.href ?? '/'}
      places={placesBeside(place, page.places, language)}
      modules={modules}
      side={side}
      acting={acting}
      overtaken={await saidOnThisPage()}
      flash={await toldHere(query?.done, language)}
      width={width}
      person={{
        name: actor.name,
        email: actor.email,
        authorisationHref: authorisationHref ?? onlyAuthorisation(page.places),
        profileHref: '/profile',
        helpHref: '/help',
        chooseHref: page.places.length > 1 ? '/choose' : undefined,
        languageSwitch: (
          <Form action={switchLanguage} label={languageNames[other]}>
            <Once />
            <input type="hidden" name="language" value={other} />
            <input type="hidden" name="back" value={await currentPath()} />
            <MenuButton icon="globe">
              <span lang={other}>{languageNames[other]}</span>
            </MenuButton>
          </Form>
        ),
        signOut: (
          <Form action={signOut} label={words.signOut}>
            <Once />
            <MenuButton icon="exit">{words.signOut}</MenuButton>
          </Form>
        ),
      }}
    >
      {children}
    </Frame>
  )
}

interface OpenFrameProps {
  readonly brand: Brand
  readonly language: Language
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly query?: Query
  readonly below?: ReactNode
  readonly width?: 'normal' | 'wide'
  readonly children: ReactNode
}

/** The frame of pages for people who are not signed in. */
export async function OpenFrame({ brand, language, query, ...rest }: OpenFrameProps) {
  const other: Language = language === 'en' ? 'fr' : 'en'
  return (
    <PublicFrame
      {...rest}
      brand={frameBrand(brand)}
      language={language}
      overtaken={await saidOnThisPage()}
      flash={await toldHere(query?.done, language)}
      languageSwitch={
        <Form action={switchLanguage} label={languageNames[other]}>
          <Once />
          <input type="hidden" name="language" value={other} />
          <input type="hidden" name="back" value={await currentPath()} />
          <button type="submit" className="button" data-variant="quiet" lang={other}>
            {languageNames[other]}
          </button>
        </Form>
      }
    />
  )
}
