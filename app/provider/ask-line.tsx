import { Notice } from '#components/ui/notice.tsx'
import type { Dependant } from '#db/provider/dependants.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { designationWords } from './designation-words.ts'

/** A line where the desk begins, while accounts wait to hear whether an access ends that the provider set. */
export function AskLine({ waiting, language }: { readonly waiting: number; readonly language: Language }) {
  if (waiting === 0) return null
  const words = designationWords[language]
  return (
    <Notice tone="info">
      {words.waiting(waiting, cappedText(waiting))} <a href="/provider/relationships/asks">{words.see}</a>
    </Notice>
  )
}

/** The same on the page of an account that asks. */
export function AskHere({
  dependants,
  language,
}: {
  readonly dependants: readonly Dependant[]
  readonly language: Language
}) {
  const ask = dependants.find(one => one.kind === 'grant' && one.askId)
  if (ask?.kind !== 'grant') return null
  const words = designationWords[language]
  return (
    <Notice tone="info">
      {words.waitingHere} <a href={`/provider/relationships/asks/${ask.askId}`}>{words.see}</a>
    </Notice>
  )
}
