/** Stands where the stage will be until its code has come: a still circle, like the one in index.html. */
export function StillCircle() {
  return (
    <div className="still-main" aria-hidden="true">
      <svg className="still-circle" viewBox="0 0 240 240">
        <ellipse cx="120" cy="120" rx="96" ry="50" />
      </svg>
    </div>
  );
}
