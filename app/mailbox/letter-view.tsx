'use client'

import { useEffect, useRef } from 'react'

type LetterViewProps = {
  src: string
  title: string
  lang: string
  sandbox: string
  /** About how tall it is, until it tells itself, and where nothing runs. */
  length: number
}

/** Taller than any letter of ours; whatever tells more is not one. */
const tallest = 20_000

/** A letter in its frame, as tall as it says itself. */
export function LetterView({ length, title, ...frame }: LetterViewProps) {
  const page = useRef<HTMLIFrameElement>(null)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const element = page.current
      const height: unknown = data?.letterHeight
      if (!element || source !== element.contentWindow || typeof height !== 'number') return
      if (height > 0 && height < tallest) element.style.height = `calc(${Math.ceil(height)}px + 2px)`
    }
    window.addEventListener('message', hear)
    // It may have told before anybody listened.
    page.current?.contentWindow?.postMessage('height', '*')
    return () => window.removeEventListener('message', hear)
  }, [])
  return <iframe ref={page} title={title} className="mailbox-page" data-length={length} {...frame} />
}
