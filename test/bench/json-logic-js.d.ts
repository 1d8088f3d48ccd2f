/** The little of `json-logic-js` that the benchmark calls; the package brings no types. */
declare module 'json-logic-js' {
  const jsonLogic: { apply(logic: object, data: unknown): unknown }
  export default jsonLogic
}
