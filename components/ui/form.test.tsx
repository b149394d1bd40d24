import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CheckboxField, CheckboxGroup, RadioGroup } from './choices.tsx'
import { DateTimeField, SelectField, TextArea, TextField } from './field.tsx'
import { Form } from './form.tsx'
import { type FormState, idle } from './form-state.ts'
import { SubmitButton } from './submit-button.tsx'

const refused: FormState = {
  status: 'refused',
  message: 'Nothing was changed. Please look at two fields.',
  fields: { email: 'Enter an e-mail address.', scope: 'Choose what they may do.' },
  values: {
    email: 'a"b<c>',
    password: 'must never come back',
    duration: '1h',
    until: '2026-12-24T10:00',
    reason: 'Because',
    scope: 'full',
    modules: ['fax', 'log'],
  },
}

async function answer(state: FormState): Promise<FormState> {
  return state
}

function page(state: FormState) {
  return renderToStaticMarkup(
    <Form action={answer} id="f" initial={state}>
      <TextField name="email" type="email" label="Email" hint="Their user name." defaultValue="first" />
      <TextField name="password" type="password" label="Password" defaultValue="never" />
      <SelectField
        name="duration"
        label="Duration"
        defaultValue="24h"
        options={[
          { value: '24h', label: '24 hours' },
          { value: '1h', label: '1 hour' },
        ]}
      />
      <DateTimeField name="until" label="Until" />
      <TextArea name="reason" label="Reason" />
      <RadioGroup
        name="scope"
        legend="Scope"
        defaultValue="read"
        options={[
          { value: 'read', label: 'Read only' },
          { value: 'full', label: 'Full' },
        ]}
      />
      <CheckboxGroup
        name="modules"
        legend="Modules"
        defaultValues={['sms']}
        options={[
          { value: 'fax', label: 'Fax' },
          { value: 'sms', label: 'SMS' },
          { value: 'log', label: 'Call log' },
        ]}
      />
      <CheckboxField name="tell" label="Tell them" defaultChecked />
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </Form>,
  )
}

/** The start tag that holds all of these texts. */
function tag(markup: string, ...texts: string[]): string {
  const found = (markup.match(/<[a-z][^>]*>/g) ?? []).filter(one => texts.every(text => one.includes(text)))
  expect(found, `one tag with ${texts.join(' and ')}`).toHaveLength(1)
  return found[0] ?? ''
}

describe('a form that was not sent yet', () => {
  const markup = page(idle)

  test('shows each field’s own first value, and no error', () => {
    expect(tag(markup, 'name="email"')).toContain('value="first"')
    expect(markup).not.toContain('aria-invalid')
    expect(markup).not.toContain('role="alert"')
    expect(tag(markup, 'value="read"')).toContain('checked')
    expect(tag(markup, 'value="sms"')).toContain('checked')
    expect(tag(markup, 'name="tell"')).toContain('checked')
  })

  test('leaves validation to the server', () => {
    expect(tag(markup, '<form')).toContain('noValidate')
  })

  test('ties each label and hint to its field', () => {
    expect(markup).toContain('<label for="f-email">Email</label>')
    expect(tag(markup, 'name="email"')).toContain('aria-describedby="f-email-hint"')
    expect(markup).toContain('id="f-email-hint"')
  })
})

describe('a form that was refused', () => {
  const markup = page(refused)

  test('keeps what was typed, escaped', () => {
    expect(tag(markup, 'name="email"')).toContain('value="a&quot;b&lt;c&gt;"')
    expect(tag(markup, 'name="until"')).toContain('value="2026-12-24T10:00"')
    expect(markup).toContain('Because</textarea>')
    expect(tag(markup, '<option', 'value="1h"')).toContain('selected')
    expect(tag(markup, '<option', 'value="24h"')).not.toContain('selected')
  })

  test('keeps what was chosen, and what was taken away', () => {
    expect(tag(markup, 'value="full"')).toContain('checked')
    expect(tag(markup, 'value="read"')).not.toContain('checked')
    expect(tag(markup, 'value="fax"')).toContain('checked')
    expect(tag(markup, 'value="sms"')).not.toContain('checked')
    expect(tag(markup, 'name="tell"')).not.toContain('checked')
  })

  test('never fills in a password, whatever the action echoes', () => {
    expect(markup).not.toContain('must never come back')
    expect(tag(markup, 'name="password"')).not.toContain('value=')
  })

  test('says at the top what is wrong, each sentence a link to a field that is there', () => {
    expect(tag(markup, 'role="alert"')).toContain('autofocus')
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual(['f-email', 'f-scope'])
    for (const target of targets) expect(markup.split(`id="${target}"`)).toHaveLength(2)
    expect(tag(markup, 'id="f-scope"')).toContain('type="radio"')
  })

  test('says it again at the field', () => {
    const email = tag(markup, 'name="email"')
    expect(email).toContain('aria-invalid="true"')
    expect(email).toContain('aria-describedby="f-email-hint f-email-error"')
    expect(markup).toContain('<p id="f-email-error" class="field-error">Enter an e-mail address.</p>')
  })
})

test('a form that is done says so politely', () => {
  const markup = page({ status: 'done', message: 'Saved.' })
  expect(markup).toContain('role="status">Saved.</p>')
  expect(tag(markup, 'name="email"')).toContain('value="first"')
})

test('a field outside a form, as in a search, needs none', () => {
  const markup = renderToStaticMarkup(<TextField name="q" label="Search" />)
  expect(markup).toMatch(/<label for="([^"]+)">Search<\/label><input id="\1"/)
})

test('the summary says which field it means, and shows the way on where there is one', () => {
  const further = { href: '/requests/1', label: 'See what was decided' }
  const state: FormState = {
    status: 'refused',
    message: 'Too late.',
    fields: { reason: 'This is needed.' },
    values: {},
    further,
  }
  const markup = renderToStaticMarkup(
    <Form action={answer} id="f" initial={state} labels={{ reason: 'Reason:' }}>
      <TextArea name="reason" label="Reason" />
    </Form>,
  )
  expect(markup).toContain('<a href="#f-reason">Reason: This is needed.</a>')
  expect(markup).toMatch(/<a href="\/requests\/1"[^>]*>See what was decided<\/a>/)
  expect(markup).not.toContain('maxlength')
})
