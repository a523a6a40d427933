import type { ReactNode } from 'react'
import type { Person } from '@/components/frame/model'

export function PersonMenu({ person, label, signOut }: { person: Person; label: string; signOut: ReactNode }) {
  return (
    <div className="person">
      <button type="button" className="person-button" popoverTarget="person-menu">
        <span className="sr-only">{label}: </span>
        <span className="person-name">{person.name}</span>
        <svg className="person-icon" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
          <path d="M10 1.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM2 18c.3-4.3 3.6-6.5 8-6.5s7.7 2.2 8 6.5Z" />
        </svg>
      </button>
      <div className="popup" id="person-menu" popover="auto">
        <p className="popup-note">
          <strong>{person.name}</strong>
          {person.role && <span>{person.role}</span>}
        </p>
        <ul>
          {person.links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
        {signOut}
      </div>
    </div>
  )
}
