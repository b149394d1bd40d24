import 'server-only'
import { type KeptPicture, keptPicture } from '#lib/branding/codec.ts'
import type { PictureKind } from '#lib/branding/domain.ts'
import { words } from '#lib/branding/words.ts'
import { fieldWords } from '#lib/form-fields.ts'
import type { Language } from '#lib/language.ts'
import type { PostedFile } from '#lib/posted-file.ts'
import type { Refusal } from './door.ts'

/** A posted picture made anew as it is kept, before any connection is held; or why it can't be, at its field. */
export async function madePicture(
  { picture, kind }: { readonly picture: PostedFile; readonly kind: PictureKind },
  language: Language,
): Promise<Refusal | { readonly made: KeptPicture }> {
  const kept = await keptPicture(picture.bytes, kind)
  if (kept.ok) return { made: kept.value }
  const sentence = words[language].picture[kept.refusal]
  return { refused: fieldWords[language].check.unchanged, fields: { picture: sentence } }
}
