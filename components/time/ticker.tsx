'use client'

import { useEffect } from 'react'
import type { Language } from '#lib/language.ts'
import { spanText } from './span.ts'
import { type SpanKind, spanKinds } from './words.ts'

const interval = 5_000

/**
 * Keeps every `TimeLeft` of the page true, with one timer. Reckons by the server's clock: `now` is what it said when
 * the page was made. Changes the text in place; nothing is announced.
 */
export function Ticker({ now, language }: { now: number; language: Language }) {
  useEffect(() => {
    const ahead = now - Date.now()
    const tick = () => {
      for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-span]'))
        update(element, Date.now() + ahead, language)
    }
    const timer = setInterval(tick, interval)
    document.addEventListener('visibilitychange', tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
    }
  }, [now, language])
  return null
}

function update(element: HTMLTimeElement, now: number, language: Language) {
  const kind = element.dataset.span
  const text = element.firstChild
  if (!isSpanKind(kind) || !text) return
  const said = spanText(Date.parse(element.dateTime) - now, kind, language)
  // The text node stays the same one: React made it, and will look for it.
  if (text.nodeValue !== said) text.nodeValue = said
}

function isSpanKind(kind: string | undefined): kind is SpanKind {
  return spanKinds.some(known => known === kind)
}
