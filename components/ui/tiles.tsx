import { Icon, type IconName } from './icon.tsx'
import type { Tone } from './tone.ts'

export type Tile = {
  href: string
  label: string
  /** As it is to be read: "3", "1,204". */
  count: string
  current?: boolean | undefined
  icon?: IconName | undefined
  /** Only where the count asks for something. */
  tone?: Tone | undefined
}

/** The few numbers at the head of a list, which are its filters, too: each a link that keeps its place in the address. */
export function Tiles({ label, items }: { label: string; items: readonly Tile[] }) {
  return (
    <nav className="tiles" aria-label={label}>
      <ul>
        {items.map(item => (
          <li key={item.label}>
            <a
              href={item.href}
              className="tile"
              aria-current={item.current ? 'true' : undefined}
              data-tone={item.tone}
            >
              <span className="tile-label">
                {item.icon && <Icon name={item.icon} />}
                {item.label}
              </span>
              <span className="tile-count">{item.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface ChipsProps {
  /** Unique on the page: the words before the chips name them by it. */
  readonly id: string
  readonly label: string
  readonly items: readonly Omit<Tile, 'icon'>[]
}

/** Further filters of the same list in one slim line, where tiles for all of them would be too many. */
export function Chips({ id, label, items }: ChipsProps) {
  return (
    <nav className="chips" aria-labelledby={id}>
      <span id={id} className="chips-label">
        {label}
      </span>
      <ul>
        {items.map(item => (
          <li key={item.label}>
            <a
              href={item.href}
              className="chip"
              aria-current={item.current ? 'true' : undefined}
              data-tone={item.tone}
            >
              {item.label} <span className="chip-count">{item.count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
