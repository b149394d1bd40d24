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
