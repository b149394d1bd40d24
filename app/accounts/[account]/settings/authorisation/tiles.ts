import type { AuthorisationCounts } from '#db/account/authorised.ts'
import type { GrantFilter } from '#db/grant/reads.ts'
import { cappedText } from '#lib/format.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'

/** What the list can be narrowed to, with how many there are of each. */
export function tiles(
  counts: AuthorisationCounts & {
    readonly waiting: number
    readonly firstWaiting: 'requests' | 'extensions'
  },
  filter: GrantFilter,
  list: string,
  { decides, language }: { readonly decides: boolean; readonly language: Language },
) {
  const words = catalogue[language].tile
  const tile = (key: GrantFilter) => ({
    href: key === 'live' ? `${list}#partners` : `${list}?show=${key}#partners`,
    label: words[key],
    count: cappedText(counts[key]),
    current: filter === key,
  })
  return [
    {
      href: `${list}#${counts.firstWaiting}`,
      label: decides ? words.waiting : words.undecided,
      count: cappedText(counts.waiting),
      ...(counts.waiting > 0 && { tone: 'warning' as const }),
    },
    tile('live'),
    tile('today'),
    tile('active'),
    tile('ongoing'),
    tile('ended'),
  ]
}
