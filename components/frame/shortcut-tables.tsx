import type { ShortcutGroup } from '@/components/frame/shortcut-list'

type Props = { groups: readonly ShortcutGroup[]; key1: string; what: string; level?: 2 | 3 }

/** Keys and what they do, place by place. */
export function ShortcutTables({ groups, key1, what, level = 2 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return groups.map(({ id, title, rows }) => (
    <section key={id} className="section" aria-labelledby={`keys-${id}`}>
      <Heading id={`keys-${id}`}>{title}</Heading>
      <table className="table" aria-labelledby={`keys-${id}`}>
        <thead>
          <tr>
            <th scope="col">{key1}</th>
            <th scope="col">{what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.keys} ${row.what}`}>
              <th scope="row">
                <kbd className="shortcut-keys">{row.keys}</kbd>
              </th>
              <td>{row.what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ))
}
