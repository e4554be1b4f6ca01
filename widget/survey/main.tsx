export async function ask() {}
