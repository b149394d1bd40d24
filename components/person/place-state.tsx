import { Badge } from '#components/ui/badge.tsx'

interface PlaceStateProps {
  readonly state: 'invited' | 'active'
  readonly label: string
}

/** Whether somebody of a firm's or the provider's own people has taken their place, or is still waited for. */
export function PlaceState({ state, label }: PlaceStateProps) {
  const active = state === 'active'
  return (
    <Badge tone={active ? 'success' : 'info'} icon={active ? 'check-circle' : 'mail'}>
      {label}
    </Badge>
  )
}
