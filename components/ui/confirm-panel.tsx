import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type ConfirmPanelProps = {
  /** What happens, in one sentence: "Brightline IT loses access now." */
  statement: ReactNode
  /** What follows from it, one thing a line. */
  consequences?: readonly ReactNode[] | undefined
  tone?: 'warning' | 'danger' | undefined
  /** Fields, if any. */
  children?: ReactNode
  /** `CancelLink` first, marked `first`, then the button that says verb and object. */
  actions: ReactNode
}

/** What stands between a reader and something that cannot be undone. Goes into a `Form`, on a page or in a dialog. */
export function ConfirmPanel({
  statement,
  consequences,
  tone = 'danger',
  children,
  actions,
}: ConfirmPanelProps) {
  return (
    <div className="confirm">
      <div className="confirm-statement" data-tone={tone}>
        <Icon name="warning" size={20} />
        <div>
          <p className="notice-title">{statement}</p>
          {consequences && consequences.length > 0 && (
            <ul>
              {consequences.map((consequence, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sentences in a fixed order, never moved
                <li key={index}>{consequence}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {children}
      <div className="form-actions" data-align="end">
        {actions}
      </div>
    </div>
  )
}
