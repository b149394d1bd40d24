import { Icon } from '#components/ui/icon.tsx'
import { Menu, MenuHeading, MenuLink, MenuSeparator } from '#components/ui/menu.tsx'
import type { Language } from '#lib/language.ts'
import type { Place } from './types.ts'
import { words } from './words.ts'

type AccountSwitcherProps = {
  language: Language
  places: readonly Place[]
  /** Where all of them can be searched. */
  chooseHref: string
}

const mostShown = 8

/** Where one is, and the other places one may go to. With one place alone it is no menu, but a way there. */
export function AccountSwitcher({ language, places, chooseHref }: AccountSwitcherProps) {
  const text = words[language]
  const current = places.find(place => place.current)
  if (!current && places.length === 0) return null
  if (current && places.length === 1)
    return (
      <span className="place">
        <span className="place-label">{current.label}</span>
      </span>
    )
  const [only, second] = places
  if (!current && only && !second)
    return (
      <a className="place" href={only.href}>
        <span className="place-label">{only.label}</span>
      </a>
    )
  const label = current?.label ?? text.chooseAccount
  const shown = nearest(places)
  return (
    <Menu
      id="places"
      align="start"
      label={text.switchFrom(label)}
      triggerClass="place place-button"
      trigger={
        <>
          <span className="place-label">{label}</span>
          <Icon name="chevrons-up-down" />
        </>
      }
    >
      {kindsOf(shown).map(kind => (
        <div key={kind} className="menu-group">
          <MenuHeading>{kind}</MenuHeading>
          {shown
            .filter(place => place.kind === kind)
            .map(place => (
              <MenuLink key={place.href} href={place.href} current={place.current}>
                {place.label}
              </MenuLink>
            ))}
        </div>
      ))}
      {places.length > shown.length && (
        <>
          <MenuSeparator />
          <MenuLink href={chooseHref} icon="search">
            {text.allPlaces}
          </MenuLink>
        </>
      )}
    </Menu>
  )
}

/** The current place and as many others as a menu can hold; the rest is one step away, on a page with a search. */
function nearest(places: readonly Place[]): readonly Place[] {
  if (places.length <= mostShown) return places
  const others = places.filter(place => !place.current).slice(0, mostShown - 1)
  return [...places.filter(place => place.current), ...others]
}

function kindsOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(place => place.kind))]
}
