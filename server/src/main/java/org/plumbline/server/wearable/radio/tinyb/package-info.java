/** BlueZ by way of TinyB's natives. Nothing outside this package knows TinyB. */
@NullMarked
package org.plumbline.server.wearable.radio.tinyb;

import org.jspecify.annotations.NullMarked;
