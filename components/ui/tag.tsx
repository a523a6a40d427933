export type TagTone = 'neutral' | 'info' | 'good' | 'warning' | 'danger'

/** A short state as a word in a box ("Palautettu", "Edelliseltä jaksolta"). Lights are `StatusMark`. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: string }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  )
}
