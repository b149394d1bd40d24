'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { refreshByItself } from './refresh.ts'

/**
 * Asks for the page again every few seconds while it stands on it, as long as somebody looks: what changed comes into its
 * place, and nothing that the reader holds moves. Without JavaScript the page says how to look again.
 */
export function Refreshing({ seconds = 3 }: { seconds?: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refreshByItself(router)
    }, seconds * 1000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
