'use server'

import { accountAction } from '#app/_server/action.ts'
import { addProfile, copyProfile, editProfile, removeProfile } from '#db/key-profile/write.ts'
import { fieldWords } from '#lib/form-fields.ts'
import {
  addProfileForm,
  copyProfileForm,
  editProfileForm,
  keysIn,
  moveIn,
  removeProfileForm,
} from '#lib/key-profile/forms.ts'
import { keyFrom, mostKeys, type ProfileField, profileFields } from '#lib/key-profile/key.ts'
import {
  type ProfileRefusal,
  profileFieldNames,
  profileValueText,
  profileWords,
} from '#lib/key-profile/words.ts'
import type { Language } from '#lib/language.ts'
import { quoted, tellOvertaken } from '#lib/overtaken.ts'

const needs = 'module.admin'
const list = (slug: string) => `/accounts/${slug}/admin/profiles`

/** A name that can't be had is told at its field, anything else of the form as a whole. */
function notKept(refusal: ProfileRefusal, language: Language) {
  const sentence = profileWords[language].refusal[refusal]
  return refusal === 'name-taken'
    ? { refused: fieldWords[language].check.unchanged, fields: { profileName: sentence } }
    : { refused: sentence }
}

/** Adds a profile, whose keys are set next. */
export const add = accountAction(
  { name: 'add-key-profile', form: addProfileForm, needs },
  async ({ input, change, language }) => {
    const added = await addProfile(change, input.profileName, input.phone)
    return added.ok
      ? { to: `${list(change.account.slug)}/${added.value.profileId}`, done: 'key-profile-added' }
      : notKept(added.refusal, language)
  },
)

/** Makes another one with the same keys. */
export const copy = accountAction(
  { name: 'copy-key-profile', form: copyProfileForm, needs },
  async ({ input, change, language }) => {
    const copied = await copyProfile(change, input.profile, input.profileName)
    if (copied.ok)
      return { to: `${list(change.account.slug)}/${copied.value.profileId}`, done: 'key-profile-copied' }
    if (copied.refusal === 'not-found') return 'not-found'
    if (copied.refusal !== 'removed') return notKept(copied.refusal, language)
    return { refused: profileWords[language].removed(copied.seen?.by ?? null), overtaken: true }
  },
)

/** Changes name and keys, and puts one a place up or down; whoever was overtaken is told by whom. */
export const edit = accountAction(
  { name: 'edit-key-profile', form: editProfileForm, needs },
  async ({ input, change, language }) => {
    const { profile, shown, act, profileName, ...rest } = input
    const move = moveIn(act)
    const typed = { name: profileName, keys: keysIn(rest, mostKeys), move }
    const edited = await editProfile(change, profile, shown, typed)
    const words = profileWords[language]
    if (!edited.ok) {
      if ('faults' in edited)
        return {
          refused: fieldWords[language].check.unchanged,
          fields: Object.fromEntries(
            edited.faults.map(({ key, fault }) => [`value${key}`, words.fault[fault]]),
          ),
        }
      if (edited.refusal === 'not-found') return 'not-found'
      if (edited.refusal !== 'removed') return notKept(edited.refusal, language)
      return { refused: words.removed(edited.seen?.by ?? null), overtaken: true }
    }
    const { value } = edited
    if (value.outcome === 'meanwhile') return overtaken(value, change.actor.timeZone, language)
    const to = `${list(change.account.slug)}/${profile}`
    const done = value.outcome === 'changed' ? (move ? 'key-moved' : 'saved') : 'nothing-changed'
    return { to, done }
  },
)

type Late = Parameters<typeof tellOvertaken<ProfileField>>[1]

/** A key stands in three fields of the form; each of them gets what it holds by now, and the first says so. */
function overtaken(late: Late, zone: string, language: Language) {
  const telling = {
    names: profileFieldNames(language),
    value: (field: ProfileField, stored: string) =>
      profileValueText(field, stored, language) ?? quoted(stored, language),
  }
  const { values, fields, refused } = tellOvertaken(profileFields, late, telling, zone, language)
  const parts = profileFields.slice(1).map((field, at) => [at + 1, keyFrom(values[field] ?? '')] as const)
  return {
    refused,
    fields: Object.fromEntries(
      Object.entries(fields).map(([field, text]) => [field.replace(/^key/, 'value'), text]),
    ),
    values: {
      shown: values.shown ?? '',
      profileName: values.profileName ?? '',
      ...Object.fromEntries(
        parts.flatMap(([n, { kind, value, label }]) => [
          [`kind${n}`, kind],
          [`value${n}`, value],
          [`label${n}`, label],
        ]),
      ),
    },
  }
}

/** Removes one; where extensions use it they get another. */
export const remove = accountAction(
  { name: 'remove-key-profile', form: removeProfileForm, needs },
  async ({ input, change, language }) => {
    const words = profileWords[language]
    const removed = await removeProfile(change, input.profile, input.replacement)
    if (removed.ok) return { to: list(change.account.slug), done: 'key-profile-removed' }
    if (removed.refusal === 'not-found') return 'not-found'
    if (removed.refusal === 'removed')
      return { refused: words.removed(removed.seen?.by ?? null), overtaken: true }
    return {
      refused: fieldWords[language].check.unchanged,
      fields: { replacement: words.refusal[removed.refusal] },
    }
  },
)
