/** A component as Discord gives it back: components nest in rows, sections and containers. */
interface Component {
  custom_id?: string;
  components?: Component[];
  accessory?: Component;
}

/** The delivery id that the buttons of one of our messages carry (`<id>:<action>`), or null. */
export function findMarker(components: readonly unknown[]): string | null {
  for (const component of components as readonly Component[]) {
    const id = component.custom_id?.split(':', 1)[0];
    if (id) return id;
    const inner = [...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])];
    const nested = findMarker(inner);
    if (nested !== null) return nested;
  }
  return null;
}
