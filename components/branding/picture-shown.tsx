import type { ReactNode } from 'react'
import './pictures.css'

interface PictureShownProps {
  /** An address on this host; null = there is none, and `none` says so. */
  readonly src: string | null
  readonly name: string
  readonly none: string
  /** The ground that it is made for. */
  readonly mode: 'light' | 'dark'
  /** Stands under it. */
  readonly children?: ReactNode
}

/** A picture on the ground that it is made for, whatever the reader's own screen. */
export function PictureShown({ src, name, none, mode, children }: PictureShownProps) {
  return (
    <figure className="brand-picture">
      <div className="brand-picture-ground" data-mode={mode}>
        {src ? (
          // Small and of the right size already.
          // biome-ignore lint/performance/noImgElement: it never goes through an optimiser
          <img src={src} alt={name} />
        ) : (
          <span>{none}</span>
        )}
      </div>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  )
}
