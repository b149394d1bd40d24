'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { refreshByItself } from '#components/by-itself/refresh.ts'

interface NewsProps {
  readonly address: string
  /** What the page that is shown knows. */
  readonly version: string
  /** What is said once there is something new. */
  readonly words: string
}

const pause = 8_000

/**
 * Asks now and then whether something has changed, while somebody looks, and then shows the page as it is by now: what is
 * being typed stays, and so does the place on the page. Without JavaScript the next request shows it.
 */
export function News({ address, version, words }: NewsProps) {
  const router = useRouter()
  const [isNew, setNew] = useState(false)
  useEffect(() => {
    let over = false
    const timer = setInterval(async () => {
      if (document.hidden || over) return
      const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(() => null)
      if (over || !answer) return
      // Whoever may not read it any more is told so by their next click; there is nothing to ask for.
      if (!answer.ok) return clearInterval(timer)
      const said: unknown = await answer.json().catch(() => null)
      if (over || (said as { version?: unknown } | null)?.version === version) return
      clearInterval(timer)
      setNew(true)
      refreshByItself(router)
    }, pause)
    return () => {
      over = true
      clearInterval(timer)
    }
  }, [address, version, router])
  return (
    <p className="sr-only" aria-live="polite">
      {isNew ? words : ''}
    </p>
  )
}
