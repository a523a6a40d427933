/** What a project has decided of its own ways: stored with the project, carried by its package. */
export type ProjectSettings = {
  /** Whether status reports carry lights */
  lights: boolean
  /** Highest score of a risk's probability and impact */
  riskScale: number
  /** Sections of the status report that are used; null: all of them */
  sections: readonly string[] | null
}

/** What holds for a project that has said nothing. */
export const usualSettings: ProjectSettings = { lights: true, riskScale: 5, sections: null }

/** The settings with the version of the project that they were read at, and the names of its levels. */
export type OwnWays = { version: number; settings: ProjectSettings; levels: { id: string; label: string }[] }
