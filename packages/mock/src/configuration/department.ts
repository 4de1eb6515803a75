/** A group of extensions; what XAPI calls Group. */
export interface DepartmentConfiguration {
  readonly id: number;
  /** `GRP0000` and so on. */
  readonly number: string;
  readonly name: string;
  /** The DEFAULT department can't be removed. */
  readonly isDefault: boolean;
  readonly language: string;
}

export type NewDepartment = { readonly number: string } & Partial<
  Omit<DepartmentConfiguration, 'id' | 'number'>
>;

export function departmentFrom(given: NewDepartment, id: number): DepartmentConfiguration {
  return { id, name: given.number, isDefault: false, language: 'EN', ...given };
}
