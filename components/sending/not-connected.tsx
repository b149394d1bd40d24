import { Notice } from '#components/ui/notice.tsx'
import type { Language } from '#lib/language.ts'
import { sendingWords } from '#lib/sending-words.ts'

/** Where no carrier is connected: nothing can be sent, and what comes in is shown all the same. */
export function NotConnected({ language }: { language: Language }) {
  const { notConnected, notConnectedText } = sendingWords[language]
  return (
    <Notice tone="warning" title={notConnected}>
      {notConnectedText}
    </Notice>
  )
}
