import type { ReactNode } from 'react'
import { type ButtonLook, buttonLook } from './button-look.ts'
import { Icon } from './icon.tsx'

declare module 'react' {
  interface ButtonHTMLAttributes<T> {
    /** Invoker commands: the browser itself opens and closes, also with JavaScript off. */
    command?: 'show-modal' | 'close' | 'request-close' | undefined
    commandfor?: string | undefined
  }
}

type DialogProps = {
  id: string
  title: ReactNode
  description?: ReactNode
  /** What the corner button is called: "Close". Left out where Cancel should be the first thing reached. */
  closeLabel?: string | undefined
  size?: 'normal' | 'wide' | undefined
  children: ReactNode
}

/**
 * A native modal dialog. What opens it is an `OpenButton` (there is a page with the same form, for a reader without
 * JavaScript) or a `DialogButton` (nothing is lost without it). Put the same form component on page and in dialog, and
 * a `CancelLink` into it: it closes the one and leads back from the other.
 */
export function Dialog({ id, title, description, closeLabel, size, children }: DialogProps) {
  return (
    <dialog id={id} className="dialog" data-size={size} aria-labelledby={`${id}-title`}>
      <div className="dialog-head">
        <h2 id={`${id}-title`} tabIndex={-1}>
          {title}
        </h2>
        {closeLabel && (
          <button
            type="button"
            className="dialog-close"
            command="close"
            commandfor={id}
            data-closes
            aria-label={closeLabel}
          >
            <Icon name="cross" size={20} />
          </button>
        )}
      </div>
      {description && <p className="dialog-description">{description}</p>}
      {children}
    </dialog>
  )
}

type DialogButtonProps = ButtonLook & {
  opens: string
  children: ReactNode
  icon?: ReactNode
  label?: string | undefined
}

/** Opens a dialog that only explains or repeats: help, a preview. Needs no page of its own. */
export function DialogButton({ opens, children, icon, label, variant, size, wide }: DialogButtonProps) {
  return (
    <button
      type="button"
      command="show-modal"
      commandfor={opens}
      data-opens={opens}
      aria-label={label}
      {...buttonLook({ variant, size, wide })}
    >
      {icon}
      {children}
    </button>
  )
}

type CancelLinkProps = {
  /** Where the page leads back to. */
  href: string
  children: ReactNode
  /** In front of something that cannot be undone the dialog puts the focus here. */
  first?: boolean | undefined
}

/** The way out of a form: closes the dialog it stands in, or leads back from the page. */
export function CancelLink({ href, children, first }: CancelLinkProps) {
  return (
    <a
      href={href}
      data-closes
      data-first-focus={first || undefined}
      // biome-ignore lint/a11y/noAutofocus: where the same stands on a page of its own, the focus starts here, too
      autoFocus={first}
      {...buttonLook({ variant: 'secondary' })}
    >
      {children}
    </a>
  )
}
