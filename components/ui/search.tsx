import { useId } from 'react'
import { Icon } from './icon.tsx'

type SearchProps = {
  label: string
  /** The name of the parameter in the address. */
  name?: string | undefined
  value?: string | undefined
  /** What the button is called. */
  button: string
  /** Other parameters of the address that must stay: the filter. Not the page. */
  keep?: Readonly<Record<string, string | undefined>> | undefined
  action?: string | undefined
}

/** Searches a list through its address. Its name stands above: inside it would be cut on a phone, and gone once one types. The `/` key leads here. */
export function Search({ label, name = 'q', value, button, keep = {}, action }: SearchProps) {
  const id = useId()
  return (
    <search>
      <form method="get" action={action} className="search">
        {Object.entries(keep).map(([key, kept]) =>
          kept === undefined ? null : <input key={key} type="hidden" name={key} value={kept} />,
        )}
        <label htmlFor={id}>{label}</label>
        <div className="search-line">
          <Icon name="search" />
          <input
            id={id}
            type="search"
            name={name}
            defaultValue={value}
            className="control"
            data-search
            maxLength={200}
          />
          <button type="submit" className="button" data-variant="secondary">
            {button}
          </button>
        </div>
      </form>
    </search>
  )
}
