import type { OneProfile, SeenKey } from '#db/key-profile/reads.ts'
import { profileWords } from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { words as catalogue } from './words.ts'
import './profile.css'

interface PhonePictureProps {
  readonly profile: OneProfile
  readonly language: Language
}

/** The phone with what stands at its keys: the first half down the left of its screen, the others down the right. */
export function PhonePicture({ profile, language }: PhonePictureProps) {
  const words = catalogue[language]
  const half = Math.ceil(profile.keys.length / 2)
  return (
    <figure className="phone-picture" aria-label={words.picture(profile.name)}>
      <Side keys={profile.keys.slice(0, half)} from={1} language={language} />
      <div className="phone-screen" aria-hidden="true">
        {words.screen}
      </div>
      <Side keys={profile.keys.slice(half)} from={half + 1} language={language} />
    </figure>
  )
}

interface SideProps {
  readonly keys: readonly SeenKey[]
  /** The number of the first of them. */
  readonly from: number
  readonly language: Language
}

function Side({ keys, from, language }: SideProps) {
  return (
    <ol className="phone-side" start={from}>
      {keys.map((key, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key is known by its place
        <li key={at} className="phone-key" data-empty={key.kind === 'none' || undefined}>
          <span className="phone-key-number">{from + at}</span>
          <span className="phone-key-text">{keyShown(key, language)}</span>
        </li>
      ))}
    </ol>
  )
}

/** What a phone would show: its label; else what it does. */
function keyShown({ kind, value, label, astray }: SeenKey, language: Language): string {
  const words = catalogue[language]
  if (kind === 'none') return words.empty
  const does = [profileWords[language].kind[kind], astray ? words.astray : value].filter(Boolean).join(' ')
  return label ? `${label} · ${does}` : does
}
