import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'

type MenuProps = {
  /** Unique on the page: the button names the menu by it. */
  id: string
  /** What the button is called where it shows nothing but dots, with its row: "More for Brightline IT". */
  label?: string | undefined
  /** What the button shows; three dots where nothing is given. */
  trigger?: ReactNode
  triggerClass?: string | undefined
  align?: 'start' | 'end' | undefined
  children: ReactNode
}

/** A few further acts behind a button. The browser's own popover: opens, closes and keeps the focus with no script. */
export function Menu({ id, label, trigger, triggerClass, align = 'end', children }: MenuProps) {
  return (
    <span className="menu-anchor">
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={triggerClass ?? classNames('button', !trigger && 'button-square')}
        data-variant={triggerClass ? undefined : 'quiet'}
      >
        {trigger ?? <Icon name="more" size={20} />}
      </button>
      <div id={id} popover="auto" className="menu" data-align={align}>
        {children}
      </div>
    </span>
  )
}

type MenuItemProps = {
  children: ReactNode
  icon?: IconName | undefined
  danger?: boolean | undefined
  /** A second, smaller line. */
  note?: ReactNode
}

function itemLook({ danger }: Pick<MenuItemProps, 'danger'>) {
  return { className: 'menu-item', 'data-danger': danger || undefined }
}

function ItemBody({ icon, children, note }: MenuItemProps) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {note && <span className="menu-note">{note}</span>}
      </span>
    </>
  )
}

type MenuLinkProps = MenuItemProps & {
  href: string
  current?: boolean | undefined
  /** The id of a `Dialog` on this page that shows what the address shows. */
  opens?: string | undefined
}

export function MenuLink({ href, current, opens, ...item }: MenuLinkProps) {
  return (
    <a href={href} aria-current={current ? 'true' : undefined} data-opens={opens} {...itemLook(item)}>
      <ItemBody {...item} />
      {current && <Icon name="check" className="menu-check" />}
    </a>
  )
}

type MenuButtonProps = MenuItemProps & {
  name?: string | undefined
  value?: string | undefined
  /** The id of the form it submits, where that stands elsewhere. */
  form?: string | undefined
}

/** Submits the form it stands in. */
export function MenuButton({ name, value, form, ...item }: MenuButtonProps) {
  return (
    <button type="submit" name={name} value={value} form={form} {...itemLook(item)}>
      <ItemBody {...item} />
    </button>
  )
}

export function MenuSeparator() {
  return <hr className="menu-separator" />
}

/** A line of text above items that belong together. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="menu-heading">{children}</p>
}
