import { Icon } from '#components/ui/icon.tsx'
import { wholeNumber } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import type { NavItem, SideGroup } from './types.ts'
import { words } from './words.ts'

type NavigationProps = {
  language: Language
  modules: readonly NavItem[]
  side: readonly SideGroup[]
}

/**
 * Modules across the top, settings down the side. On a narrow screen both fold into one panel that the browser itself
 * opens (`popover`), so that it works without a script; on a wide one the same markup takes its places in the page.
 */
export function Navigation({ language, modules, side }: NavigationProps) {
  const text = words[language]
  if (modules.length === 0 && side.length === 0) return null
  return (
    <div id="navigation" popover="auto" className="navigation">
      <div className="navigation-head">
        <p>{text.menu}</p>
        <button
          type="button"
          className="dialog-close"
          popoverTarget="navigation"
          popoverTargetAction="hide"
          aria-label={text.close}
        >
          <Icon name="cross" size={20} />
        </button>
      </div>
      {modules.length > 0 && (
        <nav className="modules" aria-label={text.modules}>
          <ul>
            {modules.map(item => (
              <li key={item.href}>
                <NavLink item={item} language={language} />
              </li>
            ))}
          </ul>
        </nav>
      )}
      {side.length > 0 && (
        <nav className="side" aria-label={text.settings}>
          {side.map(group => (
            <div key={group.title} className="side-group">
              <p className="side-title">{group.title}</p>
              <ul>
                {group.items.map(item => (
                  <li key={item.href}>
                    <NavLink item={item} language={language} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
    </div>
  )
}

function NavLink({ item, language }: { item: NavItem; language: Language }) {
  const text = words[language]
  const count = item.count ? wholeNumber(item.count, language) : null
  return (
    <a href={item.href} className="nav-link" aria-current={item.current ? 'page' : undefined}>
      {item.icon && <Icon name={item.icon} />}
      <span>{item.label}</span>
      {count && (
        <span className="nav-count">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{text.waiting(count)}</span>
        </span>
      )}
    </a>
  )
}

/** The button that opens the folded navigation. */
export function NavigationButton({ language }: { language: Language }) {
  return (
    <button
      type="button"
      className="button navigation-button"
      data-variant="quiet"
      popoverTarget="navigation"
    >
      <Icon name="menu" size={20} />
      <span className="sr-only">{words[language].menu}</span>
    </button>
  )
}
