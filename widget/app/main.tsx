export async function mount() {
  return { open() {}, close() {} };
}
