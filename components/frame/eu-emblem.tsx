import { emblem, emblemStars } from '@/lib/charts/emblem'

const stars = emblemStars()

/** Emblem of the European Union; `title` is its text alternative. */
export function EuEmblem({ title }: { title: string }) {
  return (
    <svg className="eu-emblem" viewBox={`0 0 ${emblem.width} ${emblem.height}`} role="img" aria-label={title}>
      <rect width={emblem.width} height={emblem.height} fill={emblem.blue} />
      <path d={stars} fill={emblem.yellow} />
    </svg>
  )
}
