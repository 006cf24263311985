package org.plumbline.server.rehab.plan;

/**
 * Something in what a person typed that cannot be taken.
 *
 * @param field name of the field it belongs to
 * @param message what to do about it, for the person
 */
public record Fault(String field, String message) {}
