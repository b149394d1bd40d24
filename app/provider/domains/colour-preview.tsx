'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useField } from '#components/ui/form-context.ts'
import type { ModePreview, Preview } from '#lib/branding/preview-text.ts'
import { unpackedPreview } from '#lib/branding/preview-text.ts'

export interface PreviewWords {
  readonly light: string
  readonly dark: string
  readonly pictureLight: string
  readonly pictureDark: string
  /** With the figure, a colon and the shade left open: `{ratio}`, `{shade}`. */
  readonly figure: string
  readonly use: string
  readonly enough: string
  readonly tooLow: string
  readonly signIn: string
  readonly email: string
  readonly link: string
  readonly letter: string
  readonly review: string
}

interface ColourPreviewProps {
  readonly initial: Preview
  readonly brandName: string
  readonly logo: string | null
  readonly nonce: string
  readonly words: PreviewWords
  /** How the reader's language writes a figure. */
  readonly point: string
}

/**
 * How pages and letters look in the colours of the form around it: as they were typed when the form came back, and with
 * a script at every change.
 */
export function ColourPreview(props: ColourPreviewProps) {
  const field = useField('preview')
  const answered = unpackedPreview(field.typed?.[0] ?? '') ?? props.initial
  return <LivePreview key={field.key} {...props} initial={answered} />
}

function LivePreview({ initial, brandName, logo, nonce, words, point }: ColourPreviewProps) {
  const root = useRef<HTMLDivElement>(null)
  const [preview, setPreview] = useState(initial)

  useEffect(() => {
    const form = root.current?.closest('form')
    async function change() {
      const { previewOf } = await import('#lib/branding/preview.ts')
      const next = form && previewOf(valueIn(form, 'accent'), valueIn(form, 'accentDark'))
      if (next) setPreview(next)
    }
    form?.addEventListener('input', change)
    return () => form?.removeEventListener('input', change)
  }, [])

  const modes = [
    ['light', 'accent', preview.light],
    ['dark', 'accentDark', preview.dark],
  ] as const
  return (
    <div ref={root} className="previews">
      <style nonce={nonce} suppressHydrationWarning>
        {modes.map(([mode, , look]) => declarations(mode, look)).join('')}
      </style>
      {modes.map(([mode, input, look]) => (
        <figure key={mode}>
          <figcaption>
            <strong>{words[mode]}</strong>
            <span className="preview-figure" data-enough={look.nearest === null}>
              {words.figure.replace('{ratio}', look.ratio.toFixed(2).replace('.', point))}
              {' · '}
              {look.nearest === null ? words.enough : words.tooLow}
            </span>
            {look.nearest && (
              <button
                type="submit"
                name="act"
                value={`${mode}:${look.nearest}`}
                className="button"
                data-variant="secondary"
                data-size="small"
                onClick={event => take(event, input, look.nearest ?? '')}
              >
                {words.use.replace('{shade}', look.nearest)}
              </button>
            )}
          </figcaption>
          <Sample
            mode={mode}
            brandName={brandName}
            logo={logo}
            words={words}
            label={mode === 'light' ? words.pictureLight : words.pictureDark}
          />
        </figure>
      ))}
    </div>
  )
}

/** Writes the shade into its field; without a script the button posts it. */
function take(event: MouseEvent<HTMLButtonElement>, input: string, shade: string) {
  const field = event.currentTarget.form?.elements.namedItem(input)
  if (!(field instanceof HTMLInputElement)) return
  event.preventDefault()
  field.value = shade
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}

function valueIn(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field.value.trim() : ''
}

function declarations(mode: 'light' | 'dark', { fill, onFill, text, tint }: ModePreview): string {
  return `.preview[data-mode="${mode}"]{--brand:${fill};--on-brand:${onFill};--brand-text:${text};--brand-tint:${tint}}`
}

interface SampleProps extends Pick<ColourPreviewProps, 'brandName' | 'logo' | 'words'> {
  readonly mode: 'light' | 'dark'
  readonly label: string
}

/** A picture made of boxes: nothing in it can be pressed. */
function Sample({ mode, brandName, logo, words, label }: SampleProps) {
  return (
    <div className="preview" data-mode={mode} role="img" aria-label={label}>
      <div className="preview-card">
        <p className="preview-brand">
          <PreviewLogo address={logo} />
          {brandName}
        </p>
        <p className="preview-title">{words.signIn}</p>
        <p className="preview-field">{words.email}</p>
        <p className="preview-button">{words.signIn}</p>
        <p className="preview-link">{words.link}</p>
      </div>
      <div className="preview-card">
        <p className="preview-brand">
          <PreviewLogo address={logo} />
          {brandName}
        </p>
        <p className="preview-title">{words.letter}</p>
        <p className="preview-chosen">{words.review}</p>
        <p className="preview-button">{words.review}</p>
      </div>
    </div>
  )
}

function PreviewLogo({ address }: { address: string | null }) {
  // biome-ignore lint/performance/noImgElement: small and of the right size already
  return address && <img src={address} alt="" height={24} />
}
