package org.plumbline.server.wearable.gateway.process;

import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plumbline.server.wearable.gateway.protocol.BootIdentity;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.plumbline.server.wearable.radio.Radio;

/**
 * A gateway: carries between one radio of this machine and the server, and begins again wherever either is lost. What the
 * server does not hear while it is away is not kept: a connection without a listener is let go.
 */
public final class GatewayProcess {
    private static final long FAREWELL_SECONDS = 2;

    private final String program;
    private final ServerLink link;
    private final LocalRadio radio;

    /**
     * @param server address of the server's gateway socket
     * @param token what the server knows this gateway by
     * @param own whether that server started this process, on this machine
     * @param radios those to be tried, the preferred one first
     * @param program name and version, for the server's log
     * @param hopeless called where no radio can be opened in this process any more; should end it
     */
    public GatewayProcess(
            URI server, String token, boolean own, List<Radio> radios, String program, Runnable hopeless) {
        this.program = program;
        this.link = new ServerLink(server, token, own, new Server());
        this.radio = new LocalRadio(radios, link::send, hopeless);
    }

    /** Runs until {@link #close}. */
    public void run() throws InterruptedException {
        radio.start();
        link.run();
    }

    /** Leaves the server and lets go of the radio, but waits for the latter only a little: its bus may be dead. */
    public void close() {
        link.close();
        Thread farewell = new Thread(radio::close, "gateway-farewell");
        farewell.setDaemon(true);
        farewell.start();
        try {
            farewell.join(TimeUnit.SECONDS.toMillis(FAREWELL_SECONDS));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Server implements ServerLink.Ear {
        @Override
        public void connected() {
            radio.introduce(
                    new FromGateway.Hello(GatewayCodec.VERSION, System.nanoTime(), BootIdentity.here(), program));
        }

        @Override
        public void hear(ToGateway command) {
            radio.hear(command);
        }

        @Override
        public void lost() {
            radio.letGo();
        }
    }
}
